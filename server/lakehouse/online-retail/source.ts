import { declaredSource } from '../received/declared-source.ts';
import type { Source } from '../source.ts';
import { ONLINE_RETAIL } from './declaration.ts';

export function onlineRetail(folder: string): Source {
  return declaredSource(ONLINE_RETAIL, folder);
}
