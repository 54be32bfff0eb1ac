interface Flight {
  readonly landing: Promise<unknown>;
  readonly controller: AbortController;
  askers: number;
}

const flights = new Map<string, Flight>();

/**
 * Joins the asking under way for a key, or starts one. Everyone gets its outcome, failure included, so six panels
 * do not wait for one dead source in turn. An asker who leaves goes alone; when the last has left it is cancelled.
 */
export function shareFlight<T>(
  key: string,
  ask: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const flight = flights.get(key) ?? takeOff(key, ask);
  const landing = flight.landing as Promise<T>;
  flight.askers += 1;
  if (!signal) return landing;
  return new Promise<T>((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason);
      flight.askers -= 1;
      if (flight.askers > 0) return;
      if (flights.get(key) === flight) flights.delete(key);
      flight.controller.abort(signal.reason);
    };
    landing.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
}

function takeOff(key: string, ask: (signal: AbortSignal) => Promise<unknown>): Flight {
  const controller = new AbortController();
  const landing = ask(controller.signal).finally(() => {
    if (flights.get(key) === flight) flights.delete(key);
  });
  const flight: Flight = { landing, controller, askers: 0 };
  flights.set(key, flight);
  return flight;
}
