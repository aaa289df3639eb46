/** The buttons of an entry, and below them why other things cannot be done. */
import { Button } from "../../../ui/controls.tsx";
import { Outcome, useActs } from "./acts.tsx";
import type { Offer, Task } from "./offers.ts";
import styles from "./queues.module.css";

/** `about`: what the buttons are about, for who hears one of many. */
export function OfferButtons({ task, about, children }: { readonly task: Task; readonly about: string; readonly children?: React.ReactNode }) {
  const { act, run } = useActs();
  const can = task.offers.filter(({ no }) => no === undefined);
  const cannot = task.offers.filter((offer): offer is Offer & { no: string } => offer.no !== undefined && offer.no !== "");
  return (
    <div className={styles.offers}>
      {can.length > 0 || children ? (
        <div className={styles.buttons}>
          {can.map((offer) => (
            <Button key={offer.name} look={offer.look} disabled={act.busy} aria-label={`${offer.name}: ${about}`} onClick={() => run(task.key, offer)}>
              {offer.name}
            </Button>
          ))}
          {children}
        </div>
      ) : null}
      {cannot.length > 0 ? (
        <ul className={styles.why}>
          {cannot.map(({ name, no }) => (
            <li key={name}>
              <strong>{name}:</strong> {no}
            </li>
          ))}
        </ul>
      ) : null}
      <Outcome at={task.key} />
    </div>
  );
}
