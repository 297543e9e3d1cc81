#!/bin/bash
# Plays the chunks of a zopa study, one for each task of a Slurm array. Hand it to sbatch; when the array
# is done, join its journals:
#
#   zopa study merge @FOLDER@ @FOLDER@/parts/*.jsonl
#
# A task that was requeued goes on where it was. Sites with a smaller MaxArraySize take fewer chunks:
# raise play.chunk in the study.
#SBATCH --job-name=zopa-@RUN@
#SBATCH --array=0-@LAST@
#SBATCH --cpus-per-task=1
set -eu
folder=@FOLDER@
mkdir -p "$folder/parts"
exec "${ZOPA:-zopa}" study run "$folder" --chunks "$SLURM_ARRAY_TASK_ID" \
  --journal "$folder/parts/$SLURM_ARRAY_TASK_ID.jsonl" --threads "${SLURM_CPUS_PER_TASK:-1}"
