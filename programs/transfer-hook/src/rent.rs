//! How many lamports an account must have. The library multiplies by a float, which costs this program
//! tens of kilobytes of float routines; the same product is exact in integers.

use anchor_lang::prelude::*;
use anchor_lang::solana_program::rent;
use solana_sysvar::get_sysvar;

/// Bytes that an account takes besides its data.
const OVERHEAD: u64 = 128;
const MANTISSA_BITS: u32 = 52;
const EXPONENT_MASK: u64 = 0x7ff;
/// What the biased exponent of a float is above the power of two of its mantissa's last bit.
const EXPONENT_BIAS: u64 = 1_075;

/// Lamports with which an account with `len` bytes of data is exempt from rent.
pub fn rent_exempt(len: u64) -> Result<u64> {
    // Lamports per byte and year, then the years as a float.
    let mut sysvar = [0; 16];
    get_sysvar(&mut sysvar, &rent::ID, 0, 16)?;
    let [lamports, years] = *sysvar.as_chunks::<8>().0 else {
        return Err(ProgramError::UnsupportedSysvar.into());
    };
    let bytes = OVERHEAD.saturating_add(len);
    minimum_balance(bytes, u64::from_le_bytes(lamports), u64::from_le_bytes(years))
        .ok_or_else(|| ProgramError::UnsupportedSysvar.into())
}

/// `bytes × lamports × years`, rounded down; `years` are the bits of a positive normal float.
fn minimum_balance(bytes: u64, lamports: u64, years: u64) -> Option<u64> {
    let exponent = years >> MANTISSA_BITS;
    if exponent == 0 || exponent >= EXPONENT_MASK {
        return None;
    }
    let mantissa = years & ((1 << MANTISSA_BITS) - 1) | 1 << MANTISSA_BITS;
    let product = u128::from(bytes.checked_mul(lamports)?).checked_mul(mantissa.into())?;
    let places = u32::try_from(EXPONENT_BIAS.checked_sub(exponent)?).ok()?;
    u64::try_from(product.checked_shr(places)?).ok()
}

#[cfg(test)]
mod tests {
    use super::minimum_balance;

    #[test]
    fn table() {
        let years = f64::to_bits;
        for (bytes, lamports, years, balance) in [
            (128, 3_480, years(2.0), Some(890_880)),
            (128, 6_960, years(1.0), Some(890_880)),
            (293, 3_480, years(2.0), Some(2_039_280)),
            (1, 1, years(1.999), Some(1)),
            (3, 1, years(0.5), Some(1)),
            (0, 3_480, years(2.0), Some(0)),
            (128, 3_480, years(0.0), None),
            (128, 3_480, years(-2.0), None),
            (128, 3_480, years(f64::INFINITY), None),
            (128, 3_480, years(f64::NAN), None),
            (u64::MAX, 2, years(1.0), None),
            (u64::MAX, 1, years(4.0), None),
        ] {
            assert_eq!(minimum_balance(bytes, lamports, years), balance, "{bytes} {lamports}");
        }
    }
}
