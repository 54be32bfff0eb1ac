import { addressWith } from '#lib/address.ts';
import type { SearchParams } from '#lib/period.ts';
import { CHANNELS, chooseChannel } from '#lib/place-choice.ts';
import { Choices } from './choices.tsx';

/** In store, online, or both; in the address, with every other choice kept. */
export function ChannelControl({ path, search }: { path: string; search: SearchParams }) {
  const chosen = chooseChannel(search);
  const both = { title: 'All channels', channel: null };
  const each = Object.entries(CHANNELS).map(([channel, title]) => ({ title, channel }));
  return (
    <Choices
      label="Channel"
      choices={[both, ...each].map(({ title, channel }) => ({
        title,
        href: addressWith(path, search, { channel }),
        isChosen: channel === chosen,
      }))}
    />
  );
}
