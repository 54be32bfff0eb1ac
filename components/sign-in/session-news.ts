const CHANNEL = 'retail-pulse.session';
const SIGNED_OUT = 'signed-out';

/** Tells every other tab of this browser, and of this storage partition, that the person has left. */
export function tellSignedOut(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(SIGNED_OUT);
  channel.close();
}

/** Calls `leave` when the person signs out in another tab; returns what stops listening. */
export function onSignedOut(leave: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (data === SIGNED_OUT) leave();
  };
  return () => channel.close();
}
