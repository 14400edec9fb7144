import '../../common/components.css'
import { Modal, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, data } from '../../api/api'
import { uploads, type Reading, type Upload } from '../uploads'
import { CheckFile } from './CheckFile'

/** Files to be looked at before they are added; or one that is to be read in another way than it was. */
export interface Checked {
  files: File[]
  instead?: Upload
}

/** Shows file by file how it is read, before anything of it is kept. */
export function CheckFiles(props: { checked: Checked | undefined; onClose: () => void }) {
  const { t } = useTranslation(['home', 'common'])
  const phone = useMediaQuery('(max-width: 48em)')
  return (
    <Modal
      opened={props.checked !== undefined}
      onClose={props.onClose}
      size="min(1100px, 95vw)"
      fullScreen={phone ?? false}
      title={t('check.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {props.checked && <InTurn checked={props.checked} onClose={props.onClose} />}
    </Modal>
  )
}

function InTurn({ checked, onClose }: { checked: Checked; onClose: () => void }) {
  const { t } = useTranslation('home')
  const [turn, setTurn] = useState(0)
  const file = checked.files[turn]
  const next = () => (turn + 1 < checked.files.length ? setTurn(turn + 1) : onClose())
  const add = async (reading: Reading) => {
    if (!file) return
    if (checked.instead) await takeBack(checked.instead)
    uploads.add([file], reading)
    next()
  }
  if (!file) return null
  return (
    <>
      {checked.files.length > 1 && (
        <Text size="sm" c="dimmed" mb="xs">
          {t('check.turn', { turn: turn + 1, count: checked.files.length })}
        </Text>
      )}
      <CheckFile
        key={turn}
        file={file}
        begin={checked.instead?.reading ?? {}}
        again={checked.instead !== undefined}
        onAdd={add}
        onSkip={next}
      />
    </>
  )
}

/** What came of a file goes before it is read anew; what was there before it stays. */
async function takeBack(upload: Upload): Promise<void> {
  for (const landed of upload.landed) {
    if (landed.kind !== 'source' || !landed.isNew) continue
    await data(api.DELETE('/api/sources/{id}', { params: { path: { id: landed.id } } }))
  }
  uploads.dismiss(upload.id)
}
