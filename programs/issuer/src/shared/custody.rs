//! Supply against what custodians attest.

use anchor_lang::Discriminator;
use anchor_lang::prelude::*;
use scrip_rules::reserves::{Attestation, Backing};

use crate::error::IssuerError;
use crate::state::{Asset, Custodian, ReserveAttestation};

/// The backing of `supply`, by `own` and by the attestations in `accounts`: pairs of a [`Custodian`] and its
/// [`ReserveAttestation`], in ascending order of the custodians' keys, so that none counts twice. What an
/// unapproved custodian attests does not count.
pub(crate) fn backing<'info>(
    asset: &Account<'info, Asset>,
    own: Option<(&Pubkey, Attestation)>,
    accounts: &[AccountInfo<'info>],
    supply: u64,
    now: i64,
) -> Result<Backing> {
    let mut attestations: Vec<_> = own.iter().map(|(_, attestation)| *attestation).collect();
    let mut last = Pubkey::default();
    for pair in accounts.chunks(2) {
        let [custodian, attestation] = pair else {
            return err!(IssuerError::CustodyAccounts);
        };
        let (custodian, attestation): (Custodian, ReserveAttestation) =
            (read(custodian)?, read(attestation)?);
        let ours = custodian.issuer == asset.issuer
            && attestation.asset == asset.key()
            && attestation.custodian == custodian.key;
        require!(ours, IssuerError::CustodyAccounts);
        let counted_already = own.is_some_and(|(key, _)| *key == custodian.key);
        let ascending = custodian.key > last && !counted_already;
        require!(ascending, IssuerError::CustodiansOutOfOrder);
        last = custodian.key;
        if custodian.approved {
            attestations.push(attestation.attestation());
        }
    }
    let track = asset.track()?;
    let in_force = asset.changes_in_force(now)?;
    asset
        .reserve_rule()?
        .backing(attestations.into_iter(), supply, track.at(now), in_force, now)
        .map_err(|_| error!(IssuerError::AmountOverflow))
}

/// One of our own accounts, among those that no constraint has looked at.
fn read<T: AccountDeserialize + Discriminator>(account: &AccountInfo<'_>) -> Result<T> {
    require_keys_eq!(*account.owner, crate::ID, IssuerError::CustodyAccounts);
    let data = account.try_borrow_data()?;
    T::try_deserialize(&mut &data[..]).map_err(|_| error!(IssuerError::CustodyAccounts))
}
