//! Decimal numbers as whole numbers of small units, exactly: "12.5" with eight decimals is 1,250,000,000.

/// Reads a decimal as a whole number of units with so many decimals; nothing is rounded.
///
/// ```
/// use scrip_client::decimal;
/// assert_eq!(decimal::parse("12.5", 8), Ok(1_250_000_000));
/// assert!(decimal::parse("0.001", 2).is_err());
/// ```
///
/// # Errors
/// What is wrong with the text.
pub fn parse(text: &str, decimals: u8) -> Result<u128, String> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) || text.ends_with('.') {
        return Err(format!("`{text}` is no decimal number like 12.5"));
    }
    if fraction.len() > usize::from(decimals) {
        return Err(format!(
            "`{text}` has {} decimals, and there are {decimals} at most",
            fraction.len()
        ));
    }
    let padded = format!("{whole}{fraction:0<width$}", width = usize::from(decimals));
    padded.parse().map_err(|_| format!("`{text}` is too large"))
}

/// Writes a whole number of units with so many decimals as a decimal, without zeros at the end.
///
/// ```
/// use scrip_client::decimal;
/// assert_eq!(decimal::format(1_250_000_000, 8), "12.5");
/// ```
#[must_use]
pub fn format(units: u128, decimals: u8) -> String {
    let digits = format!("{units:0>width$}", width = usize::from(decimals).saturating_add(1));
    let (whole, fraction) = digits.split_at(digits.len().saturating_sub(usize::from(decimals)));
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") }
}
