//! The addresses around a share, which most instructions name.

use anchor_lang::prelude::Pubkey;

use crate::addresses;

/// None of them ever changes, so an application reads them once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareAddresses {
    /// The Token-2022 mint.
    pub mint: Pubkey,
    /// The issuer program's account of it, and every authority of the mint.
    pub asset: Pubkey,
    /// The transfer hook's account of it.
    pub policy: Pubkey,
    /// Who issues it.
    pub issuer: Pubkey,
    /// Where the holders' records are.
    pub registry: Pubkey,
}

impl ShareAddresses {
    /// The addresses of a share of this issuer, whose holders are on this register.
    ///
    /// ```
    /// # use scrip_client::{ShareAddresses, addresses};
    /// # let (mint, issuer, registry) = Default::default();
    /// let share = ShareAddresses::new(mint, issuer, registry);
    /// assert_eq!(share.asset, addresses::asset(&mint));
    /// ```
    #[must_use]
    pub fn new(mint: Pubkey, issuer: Pubkey, registry: Pubkey) -> Self {
        let (asset, policy) = (addresses::asset(&mint), addresses::policy(&mint));
        Self { mint, asset, policy, issuer, registry }
    }

    /// Where a wallet's record is, or would be.
    ///
    /// ```
    /// # use scrip_client::{ShareAddresses, addresses};
    /// # let (mint, issuer, registry, wallet) = Default::default();
    /// let share = ShareAddresses::new(mint, issuer, registry);
    /// assert_eq!(share.record(&wallet), addresses::holder(&registry, &wallet));
    /// ```
    #[must_use]
    pub fn record(&self, wallet: &Pubkey) -> Pubkey {
        addresses::holder(&self.registry, wallet)
    }

    /// The token account that a wallet opens by default.
    ///
    /// ```
    /// # use scrip_client::{ShareAddresses, addresses};
    /// # let (mint, issuer, registry, wallet) = Default::default();
    /// let share = ShareAddresses::new(mint, issuer, registry);
    /// assert_eq!(share.account(&wallet), addresses::share_account(&wallet, &mint));
    /// ```
    #[must_use]
    pub fn account(&self, wallet: &Pubkey) -> Pubkey {
        addresses::share_account(wallet, &self.mint)
    }

    /// The role of a member of the issuer's staff.
    ///
    /// ```
    /// # use scrip_client::{ShareAddresses, addresses};
    /// # let (mint, issuer, registry, wallet) = Default::default();
    /// let share = ShareAddresses::new(mint, issuer, registry);
    /// assert_eq!(share.role(&wallet), addresses::role(&issuer, &wallet));
    /// ```
    #[must_use]
    pub fn role(&self, member: &Pubkey) -> Pubkey {
        addresses::role(&self.issuer, member)
    }
}
