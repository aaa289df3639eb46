//! The instructions, one file each.

mod deposit;
mod initialize;
mod quote;
mod swap;
mod withdraw;

pub use deposit::*;
pub use initialize::*;
pub use quote::*;
pub use swap::*;
pub use withdraw::*;
