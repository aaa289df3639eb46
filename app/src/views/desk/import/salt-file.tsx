/** The secret that turns customers' names into identities; the page keeps it no longer than it is open. */
import parts from "../parts/parts.module.css";

export function SaltFile({ onChoose }: { readonly onChoose: (file: File | undefined) => void }) {
  return (
    <label className={parts.file}>
      <span>Identity salt (optional)</span>
      <input type="file" onChange={(event) => onChoose(event.target.files?.[0])} />
      <small>The secret file that identities are hashed with. Not needed where identities are 32 hexadecimal digits.</small>
    </label>
  );
}
