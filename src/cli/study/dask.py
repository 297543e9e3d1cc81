"""Plays the chunks of a zopa study on any cluster that Dask reaches.

Without --scheduler the cluster is this machine. The workers need the command zopa (the same version;
see --zopa), and nothing else: the study travels with each chunk, and its journal comes back and is
merged here as soon as it is there. A worker that dies costs the chunks it had; start the driver again
to go on where it was.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile


def play(inputs, chunk, zopa):
    """On a worker: the journal of one chunk."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "study"
        (folder / "inputs").mkdir(parents=True)
        for name, text in inputs.items():
            (folder / "inputs" / name).write_bytes(text)
        command = [zopa, "study", "run", str(folder), "--chunks", str(chunk), "--journal", "-"]
        done = subprocess.run([*command, "--threads", "1"], capture_output=True, check=False)
        # 3 and 4: some cases make no scenario, or miss their precision; the journal says so.
        if done.returncode not in (0, 3, 4):
            raise RuntimeError(f"chunk {chunk}: " + done.stderr.decode(errors="replace"))
        return done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scheduler", help="address of a Dask scheduler, as in tcp://head:8786")
    parser.add_argument("--workers", type=int, help="worker processes on this machine")
    parser.add_argument("--zopa", default=os.environ.get("ZOPA", "zopa"), help="the command zopa")
    parser.add_argument("--folder", default="@FOLDER@", help="the folder of the study's results")
    options = parser.parse_args()
    try:
        from dask.distributed import Client, LocalCluster, as_completed
    except ImportError:
        sys.exit("Dask is missing: pip install 'dask[distributed]'")

    folder = pathlib.Path(options.folder)
    inputs = {path.name: path.read_bytes() for path in (folder / "inputs").iterdir()}
    status = subprocess.run(
        [options.zopa, "study", "status", str(folder), "--json"], stdout=subprocess.PIPE, check=True
    )
    ranges = json.loads(status.stdout)["result"]["missing_chunks"]
    chunks = [chunk for start, end in ranges for chunk in range(start, end)]
    if options.scheduler:
        client = Client(options.scheduler)
    else:
        client = Client(
            LocalCluster(n_workers=options.workers, threads_per_worker=1, dashboard_address=None)
        )
    failed = []
    with client:
        zopa = options.zopa
        # A chunk whose workers died three times is given up, and told below.
        futures = [client.submit(play, inputs, chunk, zopa, pure=False) for chunk in chunks]
        numbers = {future.key: chunk for future, chunk in zip(futures, chunks)}
        for done, future in enumerate(as_completed(futures), start=1):
            chunk = numbers[future.key]
            if future.status != "finished":
                failed.append(chunk)
                print(f"chunk {chunk} failed: {future.exception()}", file=sys.stderr)
                continue
            subprocess.run(
                [zopa, "study", "merge", str(folder), "-", "--quiet"],
                input=future.result(),
                check=True,
            )
            future.release()
            print(f"{done} of {len(chunks)} chunks", file=sys.stderr)
    if failed:
        sys.exit(f"{len(failed)} chunks failed; start again to play them: {failed[:10]}")
    subprocess.run([zopa, "study", "merge", str(folder)], check=True)


if __name__ == "__main__":
    main()
