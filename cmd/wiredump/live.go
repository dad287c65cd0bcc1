package main

import "errors"

var errNoLive = errors.New("capturing is not built in yet")

func (t *task) listInterfaces() error     { return errNoLive }
func (t *task) listLinkTypes() error      { return errNoLive }
func (t *task) listTimestampTypes() error { return errNoLive }
func (t *task) runLive() error            { return errNoLive }
