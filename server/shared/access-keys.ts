/**
 * Names in Redis of who may come in and see what, beside what the token says, and of what people did.
 *
 * | key              | kind   | holds                                                               | leaves            |
 * |------------------|--------|---------------------------------------------------------------------|-------------------|
 * | {access}:version | string | counts changes of the other four                                    | never             |
 * | {access}:blocked | hash   | person id -> who blocked them and when, in JSON                     | when lifted       |
 * | {access}:mapped  | hash   | person id -> stores and regions in place of the claims, in JSON     | when unmapped     |
 * | {access}:regions | hash   | region -> its stores, in JSON                                       | never             |
 * | {access}:ended   | zset   | session ids signed out, by the second at which they would have ended | after that second |
 * | {audit}:records  | stream | AuditRecord in JSON as `record`, chained by `hash`                  | never             |
 */
export const ACCESS_VERSION = '{access}:version';
export const BLOCKED_PEOPLE = '{access}:blocked';
export const MAPPED_PEOPLE = '{access}:mapped';
export const REGION_STORES = '{access}:regions';
export const ENDED_SESSIONS = '{access}:ended';
export const AUDIT_STREAM = '{audit}:records';
