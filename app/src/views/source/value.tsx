/** One value as the account has it: exact, with its unit, and with the raw number beside whatever it is shown as. */
import { NO_ADDRESS, UNLIMITED, countriesOf } from "@scrip/client";
import { type Option, isAddress, isNone, isOption } from "@solana/kit";
import type { ReactNode } from "react";
import { AddressText } from "../../ui/address.tsx";
import { Multiplier, Raw, Shares, grouped, percent } from "../../ui/amount.tsx";
import { Time, duration } from "../../ui/time.tsx";
import { Bytes } from "./bytes.tsx";
import { Fields } from "./fields.tsx";
import styles from "./fields.module.css";
import type { FieldNote } from "./notes.ts";
import { inWords, wordsOf } from "./vocabularies.ts";

interface ValueProps {
  readonly value: unknown;
  /** `Type.field`, by which its words are found. */
  readonly field: string;
  readonly note?: FieldNote;
  /** Of whose types it may be. */
  readonly program: string;
}

export function Value({ value, field, note, program }: ValueProps): ReactNode {
  if (isOption(value as Option<unknown>)) {
    const option = value as Option<unknown>;
    return isNone(option) ? <None /> : <Value value={option.value} field={field} note={note} program={program} />;
  }
  if (value === null || value === undefined) {
    return <None />;
  }
  if (value instanceof Uint8Array) {
    return field.endsWith(".jurisdictions") ? <Countries bits={value} /> : <Bytes bytes={value} counted={field === "ClaimPage.claimed"} />;
  }
  switch (typeof value) {
    case "bigint":
    case "number":
      return <Count value={value} field={field} unit={note?.[1] || undefined} />;
    case "boolean":
      return value ? "yes" : "no";
    case "string":
      return isAddress(value) ? <Place address={value} /> : <span className={styles.text}>{value === "" ? "(empty)" : value}</span>;
  }
  if (value instanceof Map) {
    return <Fields of={Object.fromEntries(value as Map<string, unknown>)} type="" program={program} parts asTheyAre />;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? <None /> : <List values={value} field={field} note={note} program={program} />;
  }
  const { __kind: variant, ...rest } = value as { readonly __kind?: string };
  const type = note?.[2] || (field.endsWith(".extensions") ? "" : field);
  return (
    <>
      {variant ? <p className={styles.variant}>{inWords(variant)}</p> : null}
      <Fields of={rest} type={variant && type ? `${type}.${variant}` : (variant ?? type)} program={program} parts />
    </>
  );
}

function None() {
  return <span className={styles.none}>none</span>;
}

function List({ values, field, note, program }: Omit<ValueProps, "value"> & { readonly values: readonly unknown[] }) {
  return (
    <ol className={styles.list}>
      {values.map((one, index) => (
        // What an account has in a list has no other name than its place.
        <li key={index}>
          <Value value={one} field={field} note={note} program={program} />
        </li>
      ))}
    </ol>
  );
}

function Place({ address }: { readonly address: string }) {
  return address === NO_ADDRESS ? <span className={styles.none}>nobody (all zeros)</span> : <AddressText of={address} />;
}

/** The last moment that dates of JavaScript can name, seconds. */
const LAST_MOMENT = 8_640_000_000_000n;

/** Token-2022 keeps these as floats: even a whole one is no exact number. */
const FLOATS: readonly string[] = ["ScaledUiAmountConfig.multiplier", "ScaledUiAmountConfig.newMultiplier"];

function Count({ value, field, unit }: { readonly value: bigint | number; readonly field: string; readonly unit?: string }) {
  const words = typeof value === "number" ? wordsOf(field, value) : undefined;
  if (words !== undefined) {
    return <Shown raw={`${value}`}>{words}</Shown>;
  }
  if (FLOATS.includes(field)) {
    return <Shown raw="64-bit float">{value}</Shown>;
  }
  if (typeof value === "number" && !Number.isInteger(value)) {
    return value;
  }
  const exact = BigInt(value);
  if (exact === UNLIMITED) {
    return <Shown raw={`${exact}`}>no limit</Shown>;
  }
  switch (unit) {
    case "time":
      return exact === 0n ? <Shown raw="0">no time</Shown> : <Shown raw={`${exact} unix seconds`}>{exact < LAST_MOMENT && exact > -LAST_MOMENT ? <Time at={exact} /> : "beyond all calendars"}</Shown>;
    case "multiplier":
      return (
        <Shown raw={`${exact}, 18 decimals`}>
          <Multiplier value={exact} />
        </Shown>
      );
    case "raw":
      return <Raw amount={exact} />;
    case "shares":
      return (
        <Shown raw={`${exact} base units`}>
          <Shares base={exact} />
        </Shown>
      );
    case "bps":
      return <Shown raw={`${exact} basis points`}>{percent(exact)}</Shown>;
    case "seconds":
      return <Shown raw={`${exact} seconds`}>{duration(exact)}</Shown>;
    case "base":
      return (
        <>
          {grouped(`${exact}`)} <span className={styles.raw}>base units</span>
        </>
      );
    default:
      return grouped(`${exact}`);
  }
}

function Shown({ raw, children }: { readonly raw: string; readonly children: ReactNode }) {
  return (
    <>
      {children} <span className={styles.raw}>{raw}</span>
    </>
  );
}

function Countries({ bits }: { readonly bits: Uint8Array }) {
  const codes = countriesOf(bits).map((code) => code.toString().padStart(3, "0"));
  return (
    <>
      {codes.length === 0 ? "no country" : `${codes.length === 1 ? "country" : "countries"} ${codes.join(", ")}`} <span className={styles.raw}>ISO 3166-1 numeric</span>
      <Bytes bytes={bits} />
    </>
  );
}
