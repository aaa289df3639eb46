//! Who there is, in every test: a company with two shares, whose register knows Alice and Bob, and a
//! foreign company with a register of its own. Carol is known to nobody; Mallory signs where she must not.

use std::sync::LazyLock;

use anchor_lang::prelude::Pubkey;
use scrip_issuer::state::{
    PERMISSION_CHECK, PERMISSION_CORPORATE_ACTIONS, PERMISSION_HALT, PERMISSION_METADATA,
    PERMISSION_MINT, PERMISSION_PAUSE, PERMISSION_REDEEM, PERMISSION_RESUME, PERMISSION_UNPAUSE,
};

use crate::addresses;
use crate::keys::wallet;

/// A register of holders, with the officer who keeps it.
#[derive(Clone, Copy, Debug)]
pub struct Register {
    /// Appoints registrars.
    pub authority: Pubkey,
    /// The registry's account.
    pub address: Pubkey,
    /// Has every permission.
    pub officer: Pubkey,
    /// The officer's appointment.
    pub registrar: Pubkey,
}

impl Register {
    fn new(authority: &str, officer: &str) -> Self {
        let (authority, officer) = (wallet(authority), wallet(officer));
        let address = addresses::registry(&authority, 0);
        let registrar = addresses::registrar(&address, &officer);
        Self { authority, address, officer, registrar }
    }

    /// The record of a wallet in this register.
    pub fn holder(&self, wallet: &Pubkey) -> Pubkey {
        addresses::holder(&self.address, wallet)
    }
}

/// What a member of staff does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    Mint,
    Redeem,
    Pause,
    Unpause,
    Halt,
    Resume,
    CorporateActions,
    Check,
    Metadata,
}

impl Duty {
    /// Every duty.
    pub const ALL: [Self; 9] = [
        Self::Mint,
        Self::Redeem,
        Self::Pause,
        Self::Unpause,
        Self::Halt,
        Self::Resume,
        Self::CorporateActions,
        Self::Check,
        Self::Metadata,
    ];

    /// The one permission bit that it needs.
    pub const fn permission(self) -> u32 {
        match self {
            Self::Mint => PERMISSION_MINT,
            Self::Redeem => PERMISSION_REDEEM,
            Self::Pause => PERMISSION_PAUSE,
            Self::Unpause => PERMISSION_UNPAUSE,
            Self::Halt => PERMISSION_HALT,
            Self::Resume => PERMISSION_RESUME,
            Self::CorporateActions => PERMISSION_CORPORATE_ACTIONS,
            Self::Check => PERMISSION_CHECK,
            Self::Metadata => PERMISSION_METADATA,
        }
    }
}

/// A legal issuer.
#[derive(Clone, Copy, Debug)]
pub struct Company {
    /// Grants roles and creates assets.
    pub admin: Pubkey,
    /// The issuer's account.
    pub address: Pubkey,
    /// The register that its assets rely on.
    pub register: Register,
    name: &'static str,
}

impl Company {
    fn new(name: &'static str, register: Register) -> Self {
        let admin = wallet(&format!("{name} admin"));
        Self { admin, address: addresses::issuer(&admin, 0), register, name }
    }

    /// The member of staff who has this duty and no other.
    pub fn member(&self, duty: Duty) -> Pubkey {
        wallet(&format!("{} {duty:?}", self.name))
    }

    /// Owns the token accounts that are paid into, and pays for redemptions.
    pub fn treasury(&self) -> Pubkey {
        wallet(&format!("{} treasury", self.name))
    }

    /// Holds the shares, and says so.
    pub fn custodian(&self) -> Pubkey {
        wallet(&format!("{} custodian", self.name))
    }

    /// The role of that member.
    pub fn role(&self, duty: Duty) -> Pubkey {
        addresses::role(&self.address, &self.member(duty))
    }
}

/// A tokenized share.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    pub company: Company,
    pub mint: Pubkey,
    pub asset: Pubkey,
    pub policy: Pubkey,
    pub metas: Pubkey,
    pub isin: [u8; 12],
}

impl Share {
    /// The share of a company whose mint has the key with this name.
    pub fn new(company: Company, mint: &str, isin: [u8; 12]) -> Self {
        let mint = wallet(mint);
        Self {
            company,
            mint,
            asset: addresses::asset(&mint),
            policy: addresses::policy(&mint),
            metas: addresses::extra_account_metas(&mint),
            isin,
        }
    }

    /// What the company's minter may mint of this share.
    pub fn minter(&self) -> Pubkey {
        addresses::minter(&self.asset, &self.company.member(Duty::Mint))
    }

    /// The record that counts for this share.
    pub fn holder(&self, wallet: &Pubkey) -> Pubkey {
        self.company.register.holder(wallet)
    }
}

/// Everybody.
#[derive(Clone, Copy, Debug)]
pub struct Cast {
    /// Pays rents.
    pub payer: Pubkey,
    /// The company and its register.
    pub company: Company,
    /// Its share, of which Alice and Bob hold some.
    pub share: Share,
    /// Its other share, held by the same.
    pub other_share: Share,
    /// Another company, with another register.
    pub foreign_company: Company,
    /// Its share, held by the same.
    pub foreign_share: Share,
    /// A mint of no issuer, whose authority is a key and which names our hook. It has a policy.
    pub hooked_mint: Pubkey,
    /// Its authority.
    pub hooked_mint_authority: Pubkey,
    /// A token of the Token program with six decimals, which every share is paid with.
    pub usd: Pubkey,
    /// Its authority.
    pub usd_authority: Pubkey,
    /// On all registers, with tokens.
    pub alice: Pubkey,
    /// On all registers, with tokens.
    pub bob: Pubkey,
    /// On no register, with empty token accounts.
    pub carol: Pubkey,
    /// A key with lamports and nothing else.
    pub mallory: Pubkey,
}

/// Everybody.
pub fn cast() -> &'static Cast {
    static CAST: LazyLock<Cast> = LazyLock::new(|| {
        let company = Company::new("company", Register::new("authority", "officer"));
        let foreign = Register::new("foreign authority", "foreign officer");
        let foreign_company = Company::new("foreign", foreign);
        Cast {
            payer: wallet("payer"),
            company,
            share: Share::new(company, "share", *b"US0378331005"),
            other_share: Share::new(company, "other share", *b"US67066G1040"),
            foreign_company,
            foreign_share: Share::new(foreign_company, "foreign share", *b"CH0012221716"),
            hooked_mint: wallet("hooked mint"),
            hooked_mint_authority: wallet("hooked mint authority"),
            usd: wallet("usd"),
            usd_authority: wallet("usd authority"),
            alice: wallet("alice"),
            bob: wallet("bob"),
            carol: wallet("carol"),
            mallory: wallet("mallory"),
        }
    });
    &CAST
}
