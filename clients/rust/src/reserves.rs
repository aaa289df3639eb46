//! How the supply of a share stands against what custodians attest, from the bytes of accounts.

use anchor_lang::prelude::Pubkey;
use scrip_issuer::ReserveStatus;
use scrip_issuer::state::{Asset, Custodian, ReserveAttestation};

/// What one custodian attests, with its own account, which says whether the issuer approves of it.
#[derive(Clone, Debug)]
pub struct Attested {
    /// The custodian.
    pub custodian: Custodian,
    /// What it attests.
    pub attestation: ReserveAttestation,
}

/// Supply (raw units) against reserves at `now`, unix seconds: what `reserve_status` of the issuer program answers
/// when it is given these custodians. `None` if the asset's account carries values that no program writes.
///
/// Attestations of other assets, of custodians that are not approved or of another issuer do not count.
///
/// ```
/// # use scrip_client::reserves::{Attested, reserve_status};
/// # use anchor_lang::prelude::Pubkey;
/// # fn shown(address: &Pubkey, asset: &scrip_issuer::state::Asset, supply: u64, attested: &[Attested], now: i64) {
/// if let Some(status) = reserve_status(address, asset, supply, attested, now) {
///     println!("{} of {} base units of shares covered", status.counted, status.needed);
/// }
/// # }
/// ```
#[must_use]
pub fn reserve_status(
    address: &Pubkey,
    asset: &Asset,
    supply: u64,
    attested: &[Attested],
    now: i64,
) -> Option<ReserveStatus> {
    let (rule, track) = (asset.reserve_rule().ok()?, asset.track().ok()?);
    let counts = |it: &&Attested| {
        it.custodian.approved
            && it.custodian.issuer == asset.issuer
            && it.attestation.asset == *address
            && it.attestation.custodian == it.custodian.key
    };
    let attestations = attested.iter().filter(counts).map(|it| it.attestation.attestation());
    let in_force = track.in_force(asset.multiplier_changes, now);
    let backing = rule.backing(attestations, supply, track.at(now), in_force, now).ok()?;
    Some(ReserveStatus {
        met: rule.is_met(&backing),
        // SECURITY: the byte of an enumeration of bytes.
        mode: rule.mode as u8,
        custodians: backing.custodians,
        supply,
        needed: backing.needed,
        attested: backing.attested,
        counted: backing.counted,
        headroom: rule.headroom(&backing, supply, track.at(now)),
    })
}
