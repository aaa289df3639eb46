//! One cell of the file: an address, a country, classes, a time.

use anchor_lang::prelude::Pubkey;

use crate::values::time::Moment;

/// The address of a wallet, which only is off the curve if that is allowed.
///
/// # Errors
/// What is wrong with it.
pub fn wallet(text: &str, allow_off_curve: bool) -> Result<Pubkey, String> {
    let address: Pubkey = text.parse().map_err(|_| {
        format!(
            "`{text}` is no address: a wallet is 32 to 44 letters and digits without 0, O, I and l"
        )
    })?;
    if address == Pubkey::default() {
        return Err(format!("`{text}` is the system program, not a wallet"));
    }
    if !allow_off_curve && !address.is_on_curve() {
        return Err(format!(
            "`{text}` is no key but an account of a program, like a token account or the vault of a multisig: write \
             the wallet that owns it, or pass --allow-off-curve if it is a vault that holds shares itself"
        ));
    }
    Ok(address)
}

/// A point in time as unix seconds: RFC 3339, unix seconds, or the beginning of a day in UTC.
///
/// # Errors
/// What is wrong with it.
pub fn time(text: &str) -> Result<i64, String> {
    if let Ok(day) = text.parse::<jiff::civil::Date>()
        && text.len() == "2027-06-30".len()
    {
        let midnight = day.to_zoned(jiff::tz::TimeZone::UTC);
        return midnight
            .map(|midnight| midnight.timestamp().as_second())
            .map_err(|error| error.to_string());
    }
    match text.parse() {
        Ok(Moment::At(seconds)) => Ok(seconds),
        _ => Err(format!(
            "`{text}` is no time: write 2027-06-30 (its first second in UTC), 2027-06-30T17:00:00+02:00, or unix seconds"
        )),
    }
}

/// Until when a check is valid, which has to be later than `now`.
///
/// # Errors
/// What is wrong with it.
pub fn expiry(text: &str, now: i64) -> Result<i64, String> {
    let end = time(text)?;
    if end <= now {
        return Err(format!(
            "`{text}` is over, as on the chain it is {}: renew the check, or leave the line out",
            crate::values::time::shown(now)
        ));
    }
    Ok(end)
}

/// From when on the holder may send; nothing is always.
///
/// # Errors
/// What is wrong with it.
pub fn lock(text: &str) -> Result<i64, String> {
    match text {
        "" => Ok(0),
        text => match time(text)? {
            negative @ ..0 => {
                Err(format!("`{text}` ({negative}) is before 1970: leave it empty for no lock"))
            }
            time => Ok(time),
        },
    }
}
