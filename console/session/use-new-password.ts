import { useState } from 'react';
import { type TextKey, useText } from '../platform/i18n/index.ts';
import { faultsOfPassword, type NewPassword } from './new-password.ts';
import { weaknessOf } from './weakness-of.ts';

const EMPTY: NewPassword = { password: '', repeated: '' };

/** What is typed into the fields for a new password, and what is wrong with it. */
export function useNewPassword() {
  const t = useText();
  const [value, setValue] = useState(EMPTY);
  const [faults, setFaults] = useState<{ password?: TextKey; repeated?: TextKey }>({});
  const errors = {
    password: faults.password && t(faults.password),
    repeated: faults.repeated && t(faults.repeated),
  };

  return {
    /** Another object each time that it is looked at. */
    faults,
    fields: { value, onChange: setValue, errors },
    password: value.password,
    /** Shows what is wrong; answers whether nothing is. */
    check(): boolean {
      const found = faultsOfPassword(value);
      setFaults(found);
      return Object.keys(found).length === 0;
    },
    /** Shows why the server refused it; answers whether it was about the password. */
    showRefusal(error: unknown): boolean {
      const weakness = weaknessOf(error);
      if (weakness !== null) setFaults({ password: weakness });
      return weakness !== null;
    },
    clear: () => setValue(EMPTY),
  };
}
