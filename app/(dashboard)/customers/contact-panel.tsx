import { ContactReveal } from '#components/customer/contact-reveal.tsx';
import { Panel } from '#components/panel/panel.tsx';
import { PanelEmpty } from '#components/panel/panel-states.tsx';
import { COLUMNS } from '#lib/roles.ts';
import { requireRole } from '#server/auth/require-role.ts';
import { getMaskedContact } from '#server/synapse/customers/get-masked-contact.ts';
import { Asked } from '../asked.tsx';

/** How one customer is named and reached, masked. For those who may see personal columns: ask `maySee` before mounting. */
export async function ContactPanel({ customerKey }: { customerKey: number }) {
  const { scope } = await requireRole(...COLUMNS.personal);
  return (
    <Panel title="Contact details" subtitle="Masked until you say why you need them.">
      <Asked ask={() => getMaskedContact(customerKey, scope)}>
        {({ contact }) =>
          contact ? (
            <ContactReveal customerKey={customerKey} masked={contact} />
          ) : (
            <PanelEmpty>No details are kept of this customer.</PanelEmpty>
          )
        }
      </Asked>
    </Panel>
  );
}
