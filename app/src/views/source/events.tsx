/** What the Scrip programs tell of a transaction, event by event. */
import { type ScripEvent, issuer, transferHook } from "@scrip/client";
import { Empty, Panel } from "../../ui/panel.tsx";
import { Fields } from "./fields.tsx";
import { notesOf } from "./notes.ts";
import { inWords } from "./vocabularies.ts";

const PROGRAMS = [issuer.SCRIP_ISSUER_PROGRAM_ADDRESS, transferHook.SCRIP_TRANSFER_HOOK_PROGRAM_ADDRESS];

export function Events({ of }: { readonly of: readonly ScripEvent[] }) {
  if (of.length === 0) {
    return (
      <Panel title="Events">
        <Empty title="It changed nothing at an issuer or in a register">
          The Scrip programs tell of every change that they make. A transfer between holders is one of the token program alone.
        </Empty>
      </Panel>
    );
  }
  return of.map((event, index) => {
    const program = PROGRAMS.find((candidate) => notesOf(candidate, event.name)) ?? issuer.SCRIP_ISSUER_PROGRAM_ADDRESS;
    return (
      // Events of a transaction never change their order.
      <Panel key={index} title={inWords(event.name)} about={notesOf(program, event.name)?.about}>
        <Fields of={event.data} type={event.name} program={program} />
      </Panel>
    );
  });
}
