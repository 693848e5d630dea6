import styles from './library-badge.module.css';

/** Whose patron it is: on every chat, since an operator answers for many. */
export function LibraryBadge({ name }: { readonly name: string }) {
  return (
    <span className={styles.badge} title={name}>
      {name}
    </span>
  );
}
