import { Modal } from '@mantine/core'
import type { ComponentProps } from 'react'
import { DecisionForm } from './DecisionForm.js'

interface DecisionDialogProps extends Omit<
  ComponentProps<typeof DecisionForm>,
  'onKept' | 'onCancel' | 'takesFocus'
> {
  readonly opened: boolean
  readonly title: string
  readonly onClose: () => void
}

/** A decision made in a dialog. The focus goes back to where it was. */
export function DecisionDialog({ opened, title, onClose, ...form }: DecisionDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      lockScroll={false}
      closeButtonProps={{ 'aria-label': 'Close without deciding' }}
    >
      <DecisionForm {...form} takesFocus onKept={onClose} onCancel={onClose} />
    </Modal>
  )
}
