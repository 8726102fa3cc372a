@echo off
rem The operator's command on Windows: finds Java and hands over. See "contested help" and docs/operate.md.
setlocal

set "BIN=%~dp0"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo contested: Java 17 or newer is needed, and there is no Java here. Install it, or set JAVA_HOME. 1>&2
  exit /b 2
)
"%JAVA%" --version >nul 2>&1
if errorlevel 1 goto old
for /f "tokens=2" %%v in ('""%JAVA%" --version" 2^>nul') do (
  for /f "delims=.-+ tokens=1" %%m in ("%%v") do if not defined MAJOR set "MAJOR=%%m"
)
if not defined MAJOR goto old
if %MAJOR% LSS 17 goto old

if /i not "%~1"=="start" (
  "%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -XX:-UsePerfData -jar "%BIN%contested.jar" %*
  exit /b
)

if not defined CONTESTED_DATA set "CONTESTED_DATA=%BIN%..\data"
if not defined JAVA_OPTS set "JAVA_OPTS=-Xms64m -Xmx512m"
if not exist "%CONTESTED_DATA%\tmp" mkdir "%CONTESTED_DATA%\tmp"
"%JAVA%" %JAVA_OPTS% -XX:-UsePerfData "-Djava.io.tmpdir=%CONTESTED_DATA%\tmp" -jar "%BIN%contested.jar" %*
exit /b

:old
echo contested: Java 17 or newer is needed; "%JAVA%" is older. Install it, or set JAVA_HOME. 1>&2
exit /b 2
