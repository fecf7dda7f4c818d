//! Figures as pictures, drawn by the same hand as those of the web page.

use std::sync::{Arc, LazyLock};

use maud::{Markup, html};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::words::{paragraph, plain, run};
use super::{Book, words};
use crate::report::document::{Chart, Figure};
use crate::report::drawing::{self, BOLD, FAMILY, Place, REGULAR};

/// Dots for each unit of the drawing: 200 to the inch between the margins of A4.
const FINENESS: f32 = 2.0;
/// Rows that can be read in a picture on one page.
const MOST_ROWS: usize = 28;
/// Units of a drawing (`emu`) in a twentieth of a point.
const EMU: usize = 635;

/// A picture as a PNG file, and its size in dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo {
    bytes: Vec<u8>,
    width: u32,
    height: u32,
}

impl Logo {
    /// The picture, unless the bytes are no PNG file.
    #[must_use]
    pub fn of_png(bytes: Vec<u8>) -> Option<Self> {
        let header = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR")?;
        let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
        let (width, height) = (number(0)?, number(4)?);
        (width > 0 && height > 0).then_some(Self { bytes, width, height })
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [REGULAR, BOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    Arc::new(fonts)
});

/// What a picture on a page is.
struct Shown<'p> {
    title: &'p str,
    words: &'p str,
    /// Width and height between the margins, in twentieths of a point.
    size: (usize, usize),
}

impl Book<'_> {
    /// A figure as a picture with its caption; as a table where no picture could show all of it.
    pub(super) fn figure(&mut self, figure: &Figure) -> Markup {
        self.figures += 1;
        let colour = format!("#{}", self.look.colours.ink.digits());
        let drawn = fits(figure).then(|| drawing(figure, &colour)).flatten();
        let caption = self.caption(figure);
        let shown = if let Some(logo) = drawn {
            let words = figure.words();
            let width = self.sheet.text();
            let size = (width, width * logo.height as usize / logo.width as usize);
            let shown = Shown { title: figure.title.as_str(), words: &words, size };
            let picture = self.picture(logo.bytes, &shown);
            html! { (paragraph("Figure", "", picture)) (caption) }
        } else {
            html! { (caption) (self.table(&figure.table())) }
        };
        html! {
            (shown)
            @if !figure.reading.is_blank() { (plain("Remark", figure.reading.as_str())) }
            @if let Some(legend) = figure.legend() { (plain("Remark", legend)) }
        }
    }

    /// "Figure 3", counted by Word, and what it shows.
    fn caption(&self, figure: &Figure) -> Markup {
        let content = html! {
            (run("", "Figure "))
            w:fldSimple w:instr=" SEQ Figure \\* ARABIC " { (run("", &self.figures.to_string())) }
            (run("", ". "))
            (run("", figure.title.as_str()))
        };
        paragraph("Caption", "", self.marked(Some(&figure.anchor), content))
    }

    /// The firm's picture, for the cover: at most a third of the page wide and a tenth of it high.
    pub(super) fn logo(&mut self) -> Markup {
        let Some(logo) = &self.look.logo else { return html! {} };
        let (width, height) = (logo.width as usize, logo.height as usize);
        let (most_wide, most_high) = (self.sheet.text() / 3, self.sheet.height / 10);
        let by_width = (most_wide, (most_wide * height / width).max(1));
        let by_height = ((most_high * width / height).max(1), most_high);
        let size = if by_width.1 <= most_high { by_width } else { by_height };
        let shown = Shown { title: "Logo", words: &self.look.running, size };
        let picture = self.picture(logo.bytes().to_vec(), &shown);
        paragraph("Logo", "", picture)
    }

    fn picture(&mut self, bytes: Vec<u8>, shown: &Shown<'_>) -> Markup {
        self.pictures.push(bytes);
        let number = self.pictures.len();
        let (width, height) = (shown.size.0 * EMU, shown.size.1 * EMU);
        let [title, described] = [shown.title, shown.words].map(words::allowed);
        html! {
            w:r { w:drawing {
                wp:inline distT="0" distB="0" distL="0" distR="0" {
                    wp:extent cx=(width) cy=(height) {}
                    wp:docPr id=(number) name=(format!("Picture {number}")) descr=(described) title=(title) {}
                    wp:cNvGraphicFramePr { a:graphicFrameLocks noChangeAspect="1" {} }
                    a:graphic { a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture" {
                        pic:pic {
                            pic:nvPicPr {
                                pic:cNvPr id=(number) name=(format!("picture{number}.png")) {}
                                pic:cNvPicPr {}
                            }
                            pic:blipFill {
                                a:blip r:embed=(format!("picture{number}")) {}
                                a:stretch { a:fillRect {} }
                            }
                            pic:spPr {
                                a:xfrm { a:off x="0" y="0" {} a:ext cx=(width) cy=(height) {} }
                                a:prstGeom prst="rect" { a:avLst {} }
                            }
                        }
                    } }
                }
            } }
        }
    }
}

/// Whether a picture could show all of a figure: its font has every character, and a page has the room.
fn fits(figure: &Figure) -> bool {
    let rows = match &figure.chart {
        Chart::Bars(bars) => bars.len(),
        Chart::Grid(grid) => grid.rows.len(),
    };
    rows <= MOST_ROWS && drawing::can_letter(figure)
}

fn drawing(figure: &Figure, colour: &str) -> Option<Logo> {
    let svg = drawing::svg(figure, Place::Alone { colour }).into_string();
    let options =
        Options { fontdb: Arc::clone(&FONTS), font_family: FAMILY.to_owned(), ..Options::default() };
    let tree = Tree::from_str(&svg, &options).ok()?;
    let size = tree.size().to_int_size().scale_by(FINENESS)?;
    let mut canvas = Pixmap::new(size.width(), size.height())?;
    canvas.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(FINENESS, FINENESS), &mut canvas.as_mut());
    Logo::of_png(png_of(&canvas)?)
}

/// Nothing shines through on white paper, and flat colours need no filter: a smaller file in less time than that of
/// `Pixmap::encode_png`.
fn png_of(canvas: &Pixmap) -> Option<Vec<u8>> {
    let dots: Vec<u8> = canvas.pixels().iter().flat_map(|dot| [dot.red(), dot.green(), dot.blue()]).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, canvas.width(), canvas.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    encoder.set_filter(png::Filter::NoFilter);
    encoder.write_header().ok()?.write_image_data(&dots).ok()?;
    Some(bytes)
}
