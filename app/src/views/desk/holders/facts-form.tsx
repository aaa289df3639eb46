/** What was found out about a person: to put a wallet on the register, or to replace what is there. */
import { transferHook } from "@scrip/client";
import type { Account, Address } from "@solana/kit";
import { useState } from "react";
import { useAct } from "../../../act.ts";
import { useNow } from "../../../chain/clock.ts";
import { Choice, Field } from "../../../ui/controls.tsx";
import { attempt, typed } from "../../../words/attempt.ts";
import { CLASSES } from "../../../words/classes.ts";
import { countries, countryCode } from "../../../words/countries.ts";
import { fromHex } from "../../../words/hex.ts";
import { readCountry } from "../import/cells.ts";
import { LENGTH, readIdentity, readSalt } from "../import/identity.ts";
import { SaltFile } from "../import/salt-file.tsx";
import { readExpiry, readLock, shownTime } from "../import/times.ts";
import { ActForm } from "../parts/act-form.tsx";
import parts from "../parts/parts.module.css";

const COUNTRIES = countries();

interface FactsFormProps {
  readonly registry: Address;
  readonly wallet: Address;
  /** None: the wallet is put on the register. */
  readonly record?: Account<transferHook.Holder>;
  readonly onClose: () => void;
}

export function FactsForm({ registry, wallet, record, onClose }: FactsFormProps) {
  const act = useAct();
  const now = useNow();
  const [existing] = useState(record);
  const is = existing?.data;
  const [country, setCountry] = useState(is ? countryCode(is.jurisdiction) : "");
  const [classes, setClasses] = useState(is?.investorClasses ?? 0);
  const [expiry, setExpiry] = useState(is ? shownTime(is.kycExpiresAt) : "");
  const [lock, setLock] = useState(is ? shownTime(is.lockedUntil) : "");
  const [identity, setIdentity] = useState("");
  const [salt, setSalt] = useState<File>();
  const { value: ends, problem: wrongExpiry } = now === undefined ? {} : typed(expiry, (text) => readExpiry(text, now));
  const wrongLock = attempt(() => readLock(lock.trim())).problem;
  const hashed = identity !== "" && !fromHex(identity.trim(), LENGTH);
  const wrongIdentity = hashed && !salt ? "This is not 32 hexadecimal digits: open the salt as well, and it is hashed with it" : undefined;
  const ready = country !== "" && ends !== undefined && (is !== undefined || identity !== "") && !wrongLock && !wrongIdentity;
  const submit = () =>
    act.run(async (officer) => {
      const secret = salt && (await readSalt(new Uint8Array(await salt.arrayBuffer()), salt.name));
      const details = {
        jurisdiction: readCountry(country),
        investorClasses: classes,
        kycExpiresAt: readExpiry(expiry.trim(), now ?? 0n),
        lockedUntil: readLock(lock.trim()),
        identity: is && identity === "" ? is.identity : await readIdentity(identity.trim(), secret),
      };
      return [
        existing
          ? await transferHook.getUpdateHolderInstructionAsync({ officer, registry, holder: existing.address, ...details })
          : await transferHook.getOnboardHolderInstructionAsync({ officer, payer: officer, registry, wallet, details }),
      ];
    });
  return (
    <ActForm
      title={existing ? "Change facts" : "Put on the register"}
      about="All of them are public for ever. The identity is a hash: never write a name or a number without a salt."
      submit={existing ? "Replace the facts" : "Put on the register"}
      act={act}
      ready={ready}
      done={existing ? "The facts are replaced." : "The wallet is on the register."}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Choice label="Residence" value={country} onChange={(event) => setCountry(event.target.value)} required>
        <option value="">Choose…</option>
        {COUNTRIES.map(({ code, name }) => (
          <option key={code} value={code}>
            {name} ({code})
          </option>
        ))}
      </Choice>
      <Field label="Check ends" value={expiry} onChange={(event) => setExpiry(event.target.value)} problem={wrongExpiry} hint="A day, as 2027-06-30 (its first second in UTC), or a time with its zone" />
      <Field label="May send from (optional)" value={lock} onChange={(event) => setLock(event.target.value)} problem={wrongLock} hint="Empty: always" />
      <fieldset className={`${parts.checks} ${parts.wide}`}>
        <legend>Investor classes</legend>
        <div>
          {CLASSES.map(({ bit, name }) => (
            <label key={name}>
              <input type="checkbox" checked={(classes & bit) !== 0} onChange={() => setClasses((now) => now ^ bit)} />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        label={is ? "Identity (optional)" : "Identity"}
        value={identity}
        onChange={(event) => setIdentity(event.target.value)}
        problem={wrongIdentity}
        hint={is ? "Empty: stays as it is" : "32 hexadecimal digits, or your customer number together with the salt"}
      />
      <SaltFile onChoose={setSalt} />
    </ActForm>
  );
}
