/** What the programs' own documentation says of the types and fields that an account or an event has. */
import { notes } from "virtual:idl-notes";
import type { Address } from "@solana/kit";
import type { FieldNote, TypeNotes } from "../../../server/notes.ts";

export type { FieldNote, TypeNotes };

export function notesOf(program: Address, type: string): TypeNotes | undefined {
  return notes[program]?.[type];
}
