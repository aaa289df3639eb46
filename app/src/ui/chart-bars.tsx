/**
 * Amounts as bars below each other, all on one scale, with a mark across them where enough would be.
 * Floats are positions in pixels here and nothing else: what can be read is given as text.
 */
import { Group } from "@visx/group";
import { scaleLinear } from "@visx/scale";
import { Bar, Line } from "@visx/shape";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame.tsx";
import styles from "./chart.module.css";

export interface BarPart {
  readonly name: string;
  readonly value: bigint;
  readonly look: "plain" | "good" | "warn" | "bad";
}

export interface BarRow {
  readonly name: string;
  /** The sum of the parts, as exact text. */
  readonly text: string;
  /** Beside each other. */
  readonly parts: readonly BarPart[];
}

interface BarChartProps {
  readonly label: string;
  readonly table: ReactNode;
  readonly rows: readonly BarRow[];
  /** Where enough would be. */
  readonly mark: bigint;
}

const ROW = 50;
const THICK = 16;

export function BarChart({ label, table, rows, mark }: BarChartProps) {
  const sums = rows.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0n));
  const most = [mark, ...sums].reduce((one, other) => (one > other ? one : other), 1n);
  const height = rows.length * ROW + 6;
  return (
    <ChartFrame label={label} height={height} table={table}>
      {(width) => {
        const scale = scaleLinear({ domain: [0, Number(most)], range: [0, width] });
        const at = scale(Number(mark));
        return (
          <>
            {rows.map(({ name, text, parts }, index) => (
              <Group key={name} top={index * ROW}>
                <text y={15} className={styles.name}>
                  {name}
                </text>
                <text x={width} y={15} textAnchor="end" className={styles.value}>
                  {text}
                </text>
                <Bar y={24} width={width} height={THICK} rx={3} className={styles.room} />
                {placed(parts).map(({ part, before }) => (
                  <Bar key={part.name} x={scale(Number(before))} y={24} width={Math.max(0, scale(Number(part.value)) - 1)} height={THICK} rx={2} className={styles[part.look]}>
                    <title>{part.name}</title>
                  </Bar>
                ))}
              </Group>
            ))}
            <Line from={{ x: at, y: 22 }} to={{ x: at, y: height - 4 }} className={styles.mark} />
          </>
        );
      }}
    </ChartFrame>
  );
}

function placed(parts: readonly BarPart[]): readonly { readonly part: BarPart; readonly before: bigint }[] {
  let before = 0n;
  return parts.map((part) => {
    const here = { part, before };
    before += part.value;
    return here;
  });
}
