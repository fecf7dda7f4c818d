//! Temporary: replaced by the load helper's.
use super::{Kind, Value};
/// Why a value does not fit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Misfit(pub String);
/// Whether it fits.
pub fn fits(_kind: &Kind, _value: &Value) -> Result<(), Misfit> {
    Ok(())
}
