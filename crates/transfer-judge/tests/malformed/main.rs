//! Input that is not as it should be: wrong lengths, repeated accounts, broken extensions, forged records.
//!
//! The judge reads the runtime's buffer in place, with the only `unsafe` code of the hook. Here it reads
//! buffers of every shape, each of which ends where its allocation ends; `toolchain/asan.sh` runs these
//! tests under AddressSanitizer, which reports a read of one byte beyond that.
//!
//! - [`buffer`]: writes buffers as the runtime does
//! - [`reference`]: reads them again, slowly, without `unsafe`
//! - [`cases`], [`input`]: what `Input::parse` reads, which is what the reference and Solana's own parser read
//! - [`scene`]: a transfer in which nothing is wrong
//! - [`edits`], [`fields`]: what may be wrong with it
//! - [`check`]: the judgement again, by offsets into copied bytes
//! - [`judge`]: the judge and the check agree about every edited scene
#![allow(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::unwrap_used)]

mod buffer;
mod cases;
mod check;
mod edits;
mod fields;
mod input;
mod judge;
mod reference;
mod scene;
