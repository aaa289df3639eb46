/** What is around every chart: a sentence for who does not see it, room that does not jump, and the same data as a table. */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import styles from "./chart.module.css";

interface ChartFrameProps {
  /** What the chart shows, in a sentence with its figures. */
  readonly label: string;
  readonly height: number;
  /** What is drawn, for so many pixels of width. */
  readonly children: (width: number) => ReactNode;
  /** The same data. */
  readonly table: ReactNode;
}

export function ChartFrame({ label, height, children, table }: ChartFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  return (
    <figure className={styles.chart}>
      <div ref={place} style={{ height }}>
        {width > 0 ? (
          <svg width={width} height={height} role="img" aria-label={label}>
            {children(width)}
          </svg>
        ) : null}
      </div>
      <details className={styles.data}>
        <summary>The same as a table</summary>
        {table}
      </details>
    </figure>
  );
}

/** Charts are drawn in pixels, so that letters keep their size on a phone. */
function useWidth(place: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) {
      return;
    }
    setWidth(Math.floor(element.clientWidth));
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
