mod arguments;
mod comparison;
