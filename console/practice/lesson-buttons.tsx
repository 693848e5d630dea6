import { Button } from '@mantine/core';
import { IconMap2, IconSchool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../platform/i18n/index.ts';
import { showLesson } from './lesson.ts';

interface LessonButtonsProps {
  /** One of them was chosen; the desk shows it. */
  readonly onChosen: () => void;
}

/** For the account menu, from any page. */
export function LessonButtons({ onChosen }: LessonButtonsProps) {
  const t = useText();
  return (
    <>
      <Button
        component={Link}
        to="/"
        variant="default"
        leftSection={<IconSchool aria-hidden size={18} stroke={1.6} />}
        onClick={() => {
          onChosen();
          showLesson('practice');
        }}
      >
        {t('practice.title')}
      </Button>
      <Button
        component={Link}
        to="/"
        variant="default"
        leftSection={<IconMap2 aria-hidden size={18} stroke={1.6} />}
        onClick={() => {
          onChosen();
          showLesson('tour');
        }}
      >
        {t('practice.tour')}
      </Button>
    </>
  );
}
