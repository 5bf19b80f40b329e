#!/bin/sh
# Stands in for the AppImage project's runtime, which is a download: the squashfs begins after @OFFSET@ bytes.
image=$(readlink -f "$0")
if [ "$1" = --appimage-extract ]; then
  exec unsquashfs -q -n -d squashfs-root -o @OFFSET@ "$image"
fi
mounted=$(mktemp -d)
squashfuse -o offset=@OFFSET@ "$image" "$mounted" || exit 127
# A process of the program may still be ending: the mount goes once the last one has.
trap 'fusermount3 -uz "$mounted"; rmdir "$mounted"' EXIT
trap : INT TERM
APPIMAGE=$image APPDIR=$mounted "$mounted/AppRun" "$@"
exit $?
