import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { FOUND_TITLES, type Found, type FoundKind } from '#lib/search-found.ts';

interface SearchPaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Long enough that a word is asked for once and not letter by letter. */
const PAUSE_MS = 180;
const KINDS = Object.keys(FOUND_TITLES) as FoundKind[];

/** Pages, stores, products and customers by a few letters, from every page; Enter leads there. */
export default function SearchPalette({ isOpen, onOpenChange }: SearchPaletteProps) {
  const router = useRouter();
  const [text, setText] = useState('');
  const asked = useSettled(text.trim());
  const { data, isError, isFetching } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => search(asked, signal),
    enabled: isOpen && asked.length >= 2,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const found = asked.length >= 2 ? (data ?? []) : [];
  const go = (href: string) => {
    onOpenChange(false);
    setText('');
    router.push(href);
  };
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className="fixed inset-0 z-40 flex items-start justify-center bg-black/30 px-3 pt-[10dvh]"
    >
      <Modal className="w-full max-w-xl rounded-xl border border-line bg-surface text-ink shadow-xl">
        <Dialog aria-label="Search" className="flex max-h-[75dvh] flex-col outline-none">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField
              aria-label="Search pages, stores, products and customers"
              autoFocus
              className="border-b border-line"
            >
              <Input
                placeholder="A page, store, product or customer number"
                className="w-full bg-transparent px-5 py-4 text-base outline-none [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu
              aria-label="Found"
              className="min-h-0 flex-1 overflow-y-auto p-2 outline-none"
              onAction={(key) => go(String(key))}
              renderEmptyState={() => (
                <p className="px-3 py-6 text-center text-sm text-ink-muted">
                  {wordsOf(asked, isFetching, isError)}
                </p>
              )}
            >
              {KINDS.filter((kind) => found.some((one) => one.kind === kind)).map((kind) => (
                <MenuSection key={kind} className="mb-1">
                  <Header className="px-3 pt-2 pb-1 text-xs font-medium text-ink-muted">
                    {FOUND_TITLES[kind]}
                  </Header>
                  {found
                    .filter((one) => one.kind === kind)
                    .map(({ id, name, href }) => (
                      <MenuItem
                        key={`${kind} ${id}`}
                        id={href}
                        textValue={name}
                        className="flex min-h-10 cursor-pointer items-center justify-between gap-4 rounded-lg px-3 text-sm outline-none data-[focused]:bg-surface-sunken"
                      >
                        <span className="truncate">{name}</span>
                        {id === name || kind === 'page' ? null : (
                          <span className="shrink-0 text-xs text-ink-muted">{id}</span>
                        )}
                      </MenuItem>
                    ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function wordsOf(asked: string, isFetching: boolean, isError: boolean): string {
  if (asked.length < 2) return 'Two letters are enough.';
  if (isFetching) return 'Searching …';
  return isError ? 'The search cannot be reached right now.' : `Nothing of yours is called “${asked}”.`;
}

async function search(text: string, signal: AbortSignal): Promise<readonly Found[]> {
  const response = await fetch(`/api/v1/search?${new URLSearchParams({ q: text })}`, { signal });
  if (!response.ok) throw new Error(`The search answered ${response.status}`);
  return ((await response.json()) as { found: readonly Found[] }).found;
}

/** The text once nobody has typed for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const pause = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [text]);
  return settled;
}
