//! The interview on a full screen: a model, messages that change it, effects for the world outside, and views.

mod editor;
mod keys;
mod matching;
mod message;
mod model;
mod theme;
