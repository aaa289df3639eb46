/// Quotient of a signed 128-bit division, rounded towards zero.
#[unsafe(no_mangle)]
pub unsafe extern "unadjusted" fn __divti3(n: i128, d: i128) -> i128 {
    let quotient = udivmod128(n.unsigned_abs(), d.unsigned_abs()).0 as i128;
    if (n < 0) != (d < 0) { quotient.wrapping_neg() } else { quotient }
}

/// Remainder of a signed 128-bit division, with the sign of the dividend.
#[unsafe(no_mangle)]
pub unsafe extern "unadjusted" fn __modti3(n: i128, d: i128) -> i128 {
    let remainder = udivmod128(n.unsigned_abs(), d.unsigned_abs()).1 as i128;
    if n < 0 { remainder.wrapping_neg() } else { remainder }
}

/// Tells the optimiser that the high half of a normalised divisor is not zero.
#[inline(always)]
fn nonzero(value: u64) -> u64 {
    // SAFETY: only called with a value whose top bit is set.
    if value == 0 { unsafe { core::hint::unreachable_unchecked() } }
    value
}
