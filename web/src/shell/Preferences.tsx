import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconSunMoon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ActionMenu } from '../common/ActionMenu'
import { LANGUAGES, speak, type Language } from '../words/words'

/** The language of the words, and light or dark. */
export function Preferences() {
  const { t, i18n } = useTranslation('common')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <ActionIcon.Group>
      <ActionMenu
        button={(opener) => (
          <ActionIcon {...opener} variant="subtle" size="lg" aria-label={t('language')}>
            <IconLanguage size={20} />
          </ActionIcon>
        )}
        actions={Object.entries(LANGUAGES).map(([language, name]) => ({
          key: language,
          label: name,
          lang: language,
          current: i18n.language === language,
          onClick: () => void speak(language as Language),
        }))}
      />
      <ActionMenu
        button={(opener) => (
          <ActionIcon {...opener} variant="subtle" size="lg" aria-label={t('appearance')}>
            <IconSunMoon size={20} />
          </ActionIcon>
        )}
        actions={(['light', 'dark', 'auto'] as const).map((scheme) => ({
          key: scheme,
          label: t(`scheme.${scheme}`),
          current: colorScheme === scheme,
          onClick: () => setColorScheme(scheme),
        }))}
      />
    </ActionIcon.Group>
  )
}
