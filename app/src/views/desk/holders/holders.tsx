export default function Holders() {
  return null;
}
