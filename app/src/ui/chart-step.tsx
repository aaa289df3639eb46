/**
 * A step chart of a value that changes at known seconds: solid what was, dashed what is scheduled, a line for now.
 * Floats are positions in pixels here and nothing else: every figure that can be read is made of the exact value.
 */
import { AxisBottom, AxisLeft } from "@visx/axis";
import { Group } from "@visx/group";
import { scaleLinear, scaleTime } from "@visx/scale";
import { Line, LinePath } from "@visx/shape";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame.tsx";
import styles from "./chart.module.css";

export interface Step {
  /** Unix seconds: the value holds from here on. */
  readonly at: bigint;
  readonly value: bigint;
}

interface StepChartProps {
  readonly label: string;
  readonly table: ReactNode;
  /** Before the first step. */
  readonly start: bigint;
  readonly steps: readonly Step[];
  /** Unix seconds. */
  readonly now: bigint;
  /** Of the values. */
  readonly decimals: number;
  /** A value in a few letters, for beside its step. */
  readonly brief: (value: bigint) => string;
}

const HEIGHT = 240;
const MARGIN = { top: 26, right: 16, bottom: 28, left: 52 };
/** So many steps have room for their values. */
const NAMED = 6;

interface Point {
  readonly x: number;
  readonly y: number;
}

export function StepChart({ label, table, start, steps, now, decimals, brief }: StepChartProps) {
  const toNumber = (value: bigint) => Number(value) / 10 ** decimals;
  const [from, until] = span(steps, now);
  const [low, high] = range([start, ...steps.map(({ value }) => value)].map(toNumber));
  return (
    <ChartFrame label={label} height={HEIGHT} table={table}>
      {(width) => {
        const time = scaleTime({ domain: [new Date(from * 1000), new Date(until * 1000)], range: [MARGIN.left, width - MARGIN.right] });
        const level = scaleLinear({ domain: [low, high], range: [HEIGHT - MARGIN.bottom, MARGIN.top], nice: true });
        const x = (at: bigint | number) => time(new Date(Number(at) * 1000));
        const y = (value: bigint) => level(toNumber(value));
        const past = steps.filter(({ at }) => at <= now);
        const future = steps.slice(past.length);
        const current = past.at(-1)?.value ?? start;
        const was = path({ x: x(from), y: y(start) }, past, x, y, x(now));
        const willBe = path({ x: x(now), y: y(current) }, future, x, y, x(until));
        const ticks = Math.max(2, Math.floor(width / 160));
        const end = HEIGHT - MARGIN.bottom;
        return (
          <>
            {level.ticks(4).map((tick) => (
              <Line key={tick} from={{ x: MARGIN.left, y: level(tick) }} to={{ x: width - MARGIN.right, y: level(tick) }} className={styles.grid} />
            ))}
            <AxisLeft scale={level} left={MARGIN.left} numTicks={4} hideAxisLine hideTicks axisClassName={styles.axis} tickFormat={(tick) => `×${tick}`} />
            <AxisBottom scale={time} top={end} numTicks={ticks} axisClassName={styles.axis} tickFormat={(tick) => tickText(tick as Date, until - from)} />
            <Line from={{ x: x(now), y: MARGIN.top - 8 }} to={{ x: x(now), y: end }} className={styles.now} />
            <text x={x(now)} y={MARGIN.top - 13} textAnchor="middle">
              now
            </text>
            <LinePath data={[...was]} x={({ x }) => x} y={({ y }) => y} className={styles.past} data-part="past" />
            {future.length > 0 ? <LinePath data={[...willBe]} x={({ x }) => x} y={({ y }) => y} className={styles.future} data-part="scheduled" /> : null}
            {steps.map(({ at, value }) => (
              <Group key={String(at)} left={x(at)} top={y(value)}>
                <circle r={4} className={styles.dot} />
                {steps.length <= NAMED ? (
                  <text className={styles.value} x={x(at) > width - 100 ? -8 : 8} y={-9} textAnchor={x(at) > width - 100 ? "end" : "start"}>
                    {brief(value)}
                  </text>
                ) : null}
              </Group>
            ))}
          </>
        );
      }}
    </ChartFrame>
  );
}

/** Each step goes across at the old value and then up or down to the new one. */
function path(first: Point, steps: readonly Step[], x: (at: bigint) => number, y: (value: bigint) => number, end: number): readonly Point[] {
  const points = [first];
  for (const { at, value } of steps) {
    points.push({ x: x(at), y: points.at(-1)?.y ?? first.y }, { x: x(at), y: y(value) });
  }
  return [...points, { x: end, y: points.at(-1)?.y ?? first.y }];
}

const DAY = 86_400;

/** Seconds from before the first step or now until after the last; little room after now, where nothing is known. */
function span(steps: readonly Step[], now: bigint): readonly [number, number] {
  const times = [now, ...steps.map(({ at }) => at)].map(Number);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const room = Math.max((last - first) * 0.14, DAY / 4);
  return [first - room, last > Number(now) ? last + room : last + room / 4];
}

/** From zero where the values differ a lot, else just around them: small steps would not be seen. */
function range(values: readonly number[]): readonly [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low) * 0.2 || high * 0.1;
  return [high >= 2 * low ? 0 : low - room, high + room];
}

function tickText(date: Date, seconds: number): string {
  const options: Intl.DateTimeFormatOptions =
    seconds < 2 * DAY ? { hour: "2-digit", minute: "2-digit" } : seconds < 300 * DAY ? { month: "short", day: "numeric" } : { month: "short", year: "numeric" };
  return date.toLocaleString(undefined, options);
}
