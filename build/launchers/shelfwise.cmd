@echo off
rem The command line of an installed Shelfwise, which also opens the window: in resources\bin, which is on the PATH.
setlocal
set "SHELFWISE_WINDOW=@WINDOW@"
"%~dp0..\node.exe" "%~dp0..\engine\out\main\cli.js" %*
exit /b %ERRORLEVEL%
