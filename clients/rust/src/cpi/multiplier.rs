//! Holding the issuer program to a multiplier.

use anchor_lang::prelude::*;
use scrip_issuer::cpi::accounts::AssertMultiplier;
use scrip_rules::multiplier::Multiplier;

/// Fails unless `expected` is the multiplier in force, by calling the issuer program: it compares with what the mint
/// carries as well. The calling instruction must have been given the issuer program.
///
/// [`read_asset`](super::read_asset) calls nobody; this one needs no layout, and fails with the issuer's own code,
/// which wallets know.
///
/// ```no_run
/// use anchor_lang::prelude::*;
/// use scrip_client::cpi::{Multiplier, ScripIssuer, assert_multiplier};
///
/// #[derive(Accounts)]
/// pub struct Deposit<'info> {
///     /// CHECK: the issuer program checks it.
///     pub asset: UncheckedAccount<'info>,
///     /// CHECK: the issuer program checks it.
///     pub share_mint: UncheckedAccount<'info>,
///     pub issuer_program: Program<'info, ScripIssuer>,
/// }
///
/// fn deposit(accounts: &Deposit<'_>, expected: Multiplier) -> Result<()> {
///     assert_multiplier(&accounts.asset, &accounts.share_mint, expected)
/// }
/// # fn main() {}
/// ```
///
/// # Errors
/// `MultiplierMoved` of the issuer program, which logs the multiplier in force and since when.
pub fn assert_multiplier<'info>(
    asset: &AccountInfo<'info>,
    mint: &AccountInfo<'info>,
    expected: Multiplier,
) -> Result<()> {
    let accounts = AssertMultiplier { asset: asset.clone(), mint: mint.clone() };
    let context = CpiContext::new(scrip_issuer::ID, accounts);
    scrip_issuer::cpi::assert_multiplier(context, expected.scaled())
}
