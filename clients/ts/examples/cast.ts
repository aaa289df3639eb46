/**
 * Who and what the examples in the documentation speak of. They are compiled and not run, so that it is enough to say
 * what each of them is.
 */
import type { Calendar, Distribution, PaymentToken, ShareAddresses, issuer } from "@scrip/client";
import type { Account, Address, Instruction, Rpc, Signature, SolanaRpcApi, TransactionSigner } from "@solana/kit";

/** A node, as `createSolanaRpc(url)` gives it. */
export declare const rpc: Rpc<SolanaRpcApi>;

/** A share with its addresses, as `fetchShareAddresses` gives them, another one, and what both are paid with. */
export declare const share: ShareAddresses;
export declare const otherShare: ShareAddresses;
export declare const usdc: PaymentToken;
export declare const mint: Address;
export declare const registry: Address;

/** Wallets by their addresses, and a holder who signs. */
export declare const alice: Address;
export declare const bob: Address;
export declare const holder: TransactionSigner;
/** Pays fees and rents. */
export declare const payer: TransactionSigner;

/** The issuer's people: who may change settings, and members of staff. */
export declare const admin: TransactionSigner;
export declare const maker: TransactionSigner;
export declare const checker: TransactionSigner;
export declare const registrar: TransactionSigner;
export declare const custodian: Address;
export declare const treasury: TransactionSigner;

/** Accounts, as the generated `fetch…` functions give them. */
export declare const asset: issuer.Asset;
export declare const calendar: Calendar;
export declare const action: Account<issuer.CorporateAction>;
export declare const payout: Account<issuer.Payout>;
export declare const claimPage: Account<issuer.ClaimPage>;
export declare const redemption: Account<issuer.Redemption>;
export declare const subscription: Account<issuer.Subscription>;
export declare const tender: Account<issuer.Tender>;
export declare const election: Account<issuer.HolderElection>;
export declare const pendingChange: Account<issuer.PendingChange>;
export declare const distribution: Distribution;

/** SHA-256 of a document, and a case reference: 32 bytes each. */
export declare const documentHash: Uint8Array;
export declare const reference: Uint8Array;

/** Unix seconds on the chain's clock. */
export declare const now: bigint;
export declare const instruction: Instruction;
export declare const signature: Signature;
