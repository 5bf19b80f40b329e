; The installer of Windows, for the user who runs it; made by scripts/package/windows-setup.mjs, which defines
; NAME, PRODUCT, VERSION, PROGRAM (what opens the window, seen from the installed folder), SOURCE, OUT, BUILD, KILOBYTES,
; COMPRESSOR, and FILES (a list of what is installed, to remove that and nothing else).
Unicode true
!ifdef TARGET
  Target ${TARGET}
!endif
!include "MUI2.nsh"
!include "FileFunc.nsh"
Name "${PRODUCT}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${NAME}" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID ${COMPRESSOR}
!if ${COMPRESSOR} == lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
!define MUI_ICON "${BUILD}/icon.ico"
!define MUI_UNICON "${BUILD}/icon.ico"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Korean"
LangString IN_USE ${LANG_ENGLISH} "${PRODUCT} is open. Close it, and run this again."
LangString IN_USE ${LANG_KOREAN} "${PRODUCT}이(가) 열려 있습니다. 닫은 뒤 다시 실행하세요."
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductName" "${PRODUCT}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileDescription" "${PRODUCT} Setup"
VIAddVersionKey /LANG=${LANG_ENGLISH} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_ENGLISH} "LegalCopyright" "MIT licence"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"
!define TYPE "Shelfwise.Run"

; Windows keeps a running program's file from being written.
!macro RefuseIfOpen
  ${If} ${FileExists} "$INSTDIR\resources\node.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\resources\node.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
    ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
      ClearErrors
      FileOpen $0 "$INSTDIR\${PROGRAM}" a
      ${If} ${Errors}
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDOK
        SetErrorLevel 2
        Quit
      ${EndIf}
      FileClose $0
    ${EndIf}
  ${EndIf}
!macroend

Section
  !insertmacro RefuseIfOpen
  ; An earlier version knows what it installed.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "Software\${NAME}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${PRODUCT}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\resources\icon.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The makers of Shelfwise"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteRegStr HKCU "${CLASSES}\.shelfwise" "" "${TYPE}"
  WriteRegStr HKCU "${CLASSES}\${TYPE}" "" "Shelfwise run"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\DefaultIcon" "" "$INSTDIR\resources\icon.ico"
  WriteRegStr HKCU "${CLASSES}\${TYPE}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  WriteRegStr HKCU "${CLASSES}\shelfwise" "" "URL:Shelfwise"
  WriteRegStr HKCU "${CLASSES}\shelfwise" "URL Protocol" ""
  WriteRegStr HKCU "${CLASSES}\shelfwise\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  CreateShortcut "$SMPROGRAMS\${PRODUCT}.lnk" "$INSTDIR\${PROGRAM}" "" "$INSTDIR\resources\icon.ico"
  nsExec::Exec '"$INSTDIR\resources\node.exe" "$INSTDIR\resources\on-path.js" add "$INSTDIR\resources\bin"'
  Call TellShell
SectionEnd

Section "Uninstall"
  !insertmacro RefuseIfOpen
  nsExec::Exec '"$INSTDIR\resources\node.exe" "$INSTDIR\resources\on-path.js" remove "$INSTDIR\resources\bin"'
  !include "${FILES}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${PRODUCT}.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\${NAME}"
  DeleteRegKey HKCU "${CLASSES}\.shelfwise"
  DeleteRegKey HKCU "${CLASSES}\${TYPE}"
  DeleteRegKey HKCU "${CLASSES}\shelfwise"
  Call un.TellShell
SectionEnd

; Open folders and terminals learn of the file type and the PATH.
!macro TellShell prefix
  Function ${prefix}TellShell
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
    SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
  FunctionEnd
!macroend
!insertmacro TellShell ""
!insertmacro TellShell "un."
