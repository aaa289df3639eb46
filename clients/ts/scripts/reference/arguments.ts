/** What arguments mean that are no structs: an IDL explains the fields of structs, and no single arguments. */
const REFERENCE = "Case reference, 32 bytes: text padded with zeros, or a hash.";

export const ARGUMENTS: Readonly<Record<string, string>> = {
  amendments: "How often the action was amended when the checker read it: an action that has changed since is not approved.",
  amount: "Raw units.",
  "fund_payout.amount": "Base units of the payment token, or raw units of the share that is paid out.",
  change: "The setting, with the value that it is to have.",
  "update_metadata.change": "What is changed.",
  choice: "What the holder chooses: in cash (1) or in shares (2).",
  expected: "The multiplier that must be in force, 18 decimals; otherwise the transaction fails.",
  expected_multiplier: "The multiplier that the caller believes to be in force, 18 decimals; under another one the instruction fails.",
  further: "Further wallets with their facts, in the order of their records, which follow the other accounts.",
  index: "Which of the creator's, from 0.",
  key: "With which the custodian signs.",
  member: "The member of staff who may mint.",
  program_once_approved: "The program that the venue was registered under.",
  proposed: "The proposed authority; zeros take the proposal back.",
  reason: REFERENCE,
  reference: REFERENCE,
  venue: "The owner of the venue's token accounts.",
  venue_seeds: "The seeds of the venue's address under its program, the bump as the last.",
  wallet: "The wallet: the owner of token accounts.",
};
