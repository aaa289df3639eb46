export default function Queues() {
  return null;
}
