import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconLanguage, IconSunMoon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LANGUAGES, speak, type Language } from '../words/words'

/** The language of the words, and light or dark. */
export function Preferences() {
  const { t, i18n } = useTranslation('common')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <ActionIcon.Group>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="subtle" size="lg" aria-label={t('language')}>
            <IconLanguage size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {Object.entries(LANGUAGES).map(([language, name]) => (
            <Menu.Item
              key={language}
              lang={language}
              fw={i18n.language === language ? 700 : 400}
              onClick={() => void speak(language as Language)}
            >
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="subtle" size="lg" aria-label={t('appearance')}>
            <IconSunMoon size={20} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {(['light', 'dark', 'auto'] as const).map((scheme) => (
            <Menu.Item
              key={scheme}
              fw={colorScheme === scheme ? 700 : 400}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`scheme.${scheme}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </ActionIcon.Group>
  )
}
